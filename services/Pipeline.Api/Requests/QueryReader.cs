using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Pipeline.Api.Errors;

namespace Pipeline.Api.Requests;

/// <summary>Reads the parameters of a request, and keeps the first fault: whoever reads asks for <see cref="Fault"/> at the end.</summary>
internal sealed class QueryReader
{
    private readonly IQueryCollection _query;

    private QueryReader(IQueryCollection query, IReadOnlyList<QueryParameter> known)
    {
        _query = query;
        foreach (var name in query.Keys.Where(name => !known.Any(parameter => parameter.Name == name)))
        {
            var names = known.Count == 0 ? "it takes none" : $"it takes {string.Join(", ", known.Select(parameter => parameter.Name))}";
            Refuse(Shown(name), $"There is no such parameter; {names}.");
        }

        foreach (var parameter in known)
        {
            Check(parameter, query[parameter.Name]);
        }
    }

    /// <summary>What is wrong; null when all is well.</summary>
    public Problem? Fault { get; private set; }

    /// <summary>Reads the parameters that the endpoint of a request takes.</summary>
    public static QueryReader Of(HttpContext context)
        => new(context.Request.Query, context.GetEndpoint()?.Metadata.GetMetadata<QueryParameters>()?.All ?? []);

    public string? Text(QueryParameter parameter) => _query[parameter.Name] is [var text, ..] ? text : null;

    public IReadOnlyList<string> Texts(QueryParameter parameter) => [.. _query[parameter.Name].OfType<string>()];

    public int? Whole(QueryParameter parameter)
        => int.TryParse(Text(parameter), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : parameter.Default;

    public long? Long(QueryParameter parameter)
        => long.TryParse(Text(parameter), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    public double? Number(QueryParameter parameter) => ReadNumber(Text(parameter));

    public DateOnly? Day(QueryParameter parameter) => ReadDay(Text(parameter));

    public bool Flag(QueryParameter parameter) => Text(parameter) == "true";

    public TEnum? Word<TEnum>(QueryParameter parameter)
        where TEnum : struct, Enum
        => Text(parameter) is { } word ? Enum.GetValues<TEnum>().Cast<TEnum?>().FirstOrDefault(value => QueryParameter.Word(value!.Value) == word) : null;

    /// <summary>Says what is wrong, unless something was before.</summary>
    public void Refuse(string name, string detail) => Fault ??= Problems.BadParameter(name, detail);

    private void Check(QueryParameter parameter, StringValues values)
    {
        if (values.Count > (parameter.Repeats ? QueryParameter.MaxValues : 1))
        {
            Refuse(parameter.Name, parameter.Repeats ? $"It may come {QueryParameter.MaxValues} times." : "It may come once.");
        }

        foreach (var value in values)
        {
            if (FaultOf(parameter, value ?? "") is { } fault)
            {
                Refuse(parameter.Name, fault);
            }
        }
    }

    private static string? FaultOf(QueryParameter parameter, string value)
    {
        if (value.Length == 0 || value.Length > MaxLengthOf(parameter) || value.Any(char.IsControl))
        {
            return $"Give 1 to {MaxLengthOf(parameter)} characters, none of them a control character.";
        }

        return parameter.Kind switch
        {
            ParameterKind.Whole => FaultOfNumber(parameter, long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) ? whole : null, "whole number"),
            ParameterKind.Number => FaultOfNumber(parameter, ReadNumber(value), "number; write it as 0.5"),
            ParameterKind.Day => ReadDay(value) is null ? "It is no day; write it as 2026-01-31." : null,
            ParameterKind.Flag => value is "true" or "false" ? null : "Write true or false.",
            _ => parameter.Words.Count == 0 || parameter.Words.Contains(value, StringComparer.Ordinal) ? null : $"It is none of {string.Join(", ", parameter.Words)}.",
        };
    }

    private static int MaxLengthOf(QueryParameter parameter) => parameter == CommonParameters.Cursor ? Cursors.MaxLength : QueryParameter.MaxLength;

    private static string? FaultOfNumber(QueryParameter parameter, double? number, string form)
        => number is null ? $"It is no {form}."
            : number < parameter.Least || number > parameter.Most
                ? string.Create(CultureInfo.InvariantCulture, $"It must lie between {parameter.Least} and {parameter.Most}.")
                : null;

    private static double? ReadNumber(string? text)
        => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

    private static DateOnly? ReadDay(string? text)
        => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day < DateOnly.MaxValue ? day : null;

    // Names come from the client, and go back to it.
    private static string Shown(string name) => new([.. name.Take(QueryParameter.MaxLength).Select(letter => char.IsControl(letter) ? '?' : letter)]);
}
