using System.Text.Json;

namespace Pipeline.Api.Requests;

/// <summary>What a parameter holds.</summary>
internal enum ParameterKind
{
    /// <summary>Any text.</summary>
    Text,

    /// <summary>A whole number.</summary>
    Whole,

    /// <summary>A number, with a decimal point.</summary>
    Number,

    /// <summary>A day, such as 2026-01-31.</summary>
    Day,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Flag,
}

/// <summary>A parameter in the query of an address: what it means, and what it takes. Requests are read and described by the same.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it does.</param>
internal sealed record QueryParameter(string Name, string Description)
{
    /// <summary>Longest value, in UTF-16 code units.</summary>
    public const int MaxLength = 500;

    /// <summary>Most values of one that repeats.</summary>
    public const int MaxValues = 20;

    public ParameterKind Kind { get; init; }

    /// <summary>The words it takes; empty for any text.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    public double? Least { get; init; }

    public double? Most { get; init; }

    /// <summary>What holds without it, where that is a number.</summary>
    public int? Default { get; init; }

    /// <summary>Whether it may come more than once.</summary>
    public bool Repeats { get; init; }

    /// <summary>A parameter that takes the values of an enumeration, as JSON spells them.</summary>
    public static QueryParameter Of<TEnum>(string name, string description, params IReadOnlyList<TEnum> except)
        where TEnum : struct, Enum
        => new(name, description) { Words = [.. Enum.GetValues<TEnum>().Except(except).Select(Word)] };

    /// <summary>A value of an enumeration, as JSON spells it.</summary>
    public static string Word<TEnum>(TEnum value)
        where TEnum : struct, Enum
        => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}

/// <summary>The parameters of an endpoint; others are refused.</summary>
internal sealed record QueryParameters(IReadOnlyList<QueryParameter> All);
