namespace Pipeline.Api.Requests;

/// <summary>Two days, of which the first must not lie after the last.</summary>
internal static class DayReader
{
    public static (DateOnly? First, DateOnly? Last) Span(QueryReader reader, QueryParameter first, QueryParameter last)
    {
        var (from, to) = (reader.Day(first), reader.Day(last));
        if (from > to)
        {
            reader.Refuse(first.Name, $"It must not lie after {last.Name}.");
        }

        return (from, to);
    }
}
