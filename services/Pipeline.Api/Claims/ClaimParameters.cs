using Pipeline.Api.Requests;
using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Api.Claims;

/// <summary>Which claims a request asks for, as the command line narrows them.</summary>
internal static class ClaimParameters
{
    private static readonly QueryParameter Words = new("words", "Only claims whose quote has all of these words.");
    private static readonly QueryParameter Type = QueryParameter.Of<ClaimType>("type", "Only claims of this type.");
    private static readonly QueryParameter Metric = new("metric", "Only claims with a number of this metric; acc finds accuracy.");
    private static readonly QueryParameter Dataset = new("dataset", "Only claims about this data set; cifar10 finds CIFAR-10.");
    private static readonly QueryParameter Method = new("method", "Only claims that name this method.");
    private static readonly QueryParameter MinValue = new("minValue", "Only claims with a number of at least this.") { Kind = ParameterKind.Number };
    private static readonly QueryParameter MaxValue = new("maxValue", "Only claims with a number of at most this.") { Kind = ParameterKind.Number };
    private static readonly QueryParameter Unit = new("unit", "Only claims with a number in this unit: %, x, or as the abstract writes it.");
    private static readonly QueryParameter Direction = QueryParameter.Of("direction", "Only claims with a change that goes this way.", QuantityDirection.None);
    private static readonly QueryParameter Main = new("main", "Only claims that state what their paper concludes.") { Kind = ParameterKind.Flag };
    private static readonly QueryParameter MinConfidence = new("minConfidence", "Only claims of at least this confidence.")
    {
        Kind = ParameterKind.Number,
        Least = 0,
        Most = 1,
    };

    private static readonly QueryParameter Order = QueryParameter.Of<ClaimOrder>(
        "order", "newest, of the paper last obtained first; or value, the highest numbers first: each page of it looks at all that is found.");

    public static IReadOnlyList<QueryParameter> All { get; } =
    [
        Words, Type, Metric, Dataset, Method, MinValue, MaxValue, Unit, Direction, MinConfidence, Main, CommonParameters.Since, CommonParameters.Until, Order,
    ];

    public static ClaimQuery Read(QueryReader reader)
    {
        var query = new ClaimQuery
        {
            Text = reader.Text(Words),
            Type = reader.Word<ClaimType>(Type),
            Metric = Name(reader, Metric),
            Dataset = Name(reader, Dataset),
            Method = Name(reader, Method),
            MinValue = reader.Number(MinValue),
            MaxValue = reader.Number(MaxValue),
            Unit = reader.Text(Unit),
            Direction = reader.Word<QuantityDirection>(Direction),
            MinConfidence = reader.Number(MinConfidence),
            MainOnly = reader.Flag(Main),
            Order = reader.Word<ClaimOrder>(Order) ?? ClaimOrder.Newest,
        };
        if (query.MinValue > query.MaxValue)
        {
            reader.Refuse(MinValue.Name, "It must not be above maxValue.");
        }

        var (since, until) = DayReader.Span(reader, CommonParameters.Since, CommonParameters.Until);
        return query with { Since = since, Until = until };
    }

    private static string? Name(QueryReader reader, QueryParameter parameter)
    {
        var name = reader.Text(parameter);
        if (name is not null && NameKey.Of(name).Length == 0)
        {
            reader.Refuse(parameter.Name, "It has no letter or digit.");
        }

        return name;
    }
}
