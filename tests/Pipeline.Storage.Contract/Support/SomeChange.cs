using System.Globalization;
using System.Text;
using Pipeline.BuildingBlocks.Changes;
using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Storage.Contract;

/// <summary>Changes for the log; the same number is the same event.</summary>
public static class SomeChange
{
    public static Guid Id(int number) => DeterministicId.From("some-change", number.ToString(CultureInfo.InvariantCulture));

    /// <summary>A change of a paper of its own; its event says number, place and kind.</summary>
    public static NewChange New(int number, string? paperId = null, int minutes = 0) => new()
    {
        EventId = Id(number),
        PaperId = paperId ?? $"arxiv:2603.{number.ToString("00000", CultureInfo.InvariantCulture)}",
        Revision = $"revision-{number}",
        At = Some.Time(minutes),
        Topics = ["cs.LG"],
        Sources = ["inbox"],
        Write = place => Encoding.UTF8.GetBytes($"{number} é {place.Sequence} {place.Kind}"),
    };

    public static string Text(Change change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return Encoding.UTF8.GetString(change.Json.Span);
    }
}
