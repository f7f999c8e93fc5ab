using Pipeline.Conventions.Tests.Support;

namespace Pipeline.Conventions.Tests.Contracts;

public sealed class MessageTests
{
    [Fact]
    public void Messages_AreSealedRecordsOfFacts()
        => Assert.Empty(Services.Written(Services.Contracts).SelectMany(type => MessageRules.Violations(type)));

    [Fact]
    public void Messages_AreFound() => Assert.Contains(typeof(Pipeline.Contracts.PaperParsed), Services.Written(Services.Contracts));

    [Fact]
    public void Message_ThatKeepsTheRules_Passes() => Assert.Empty(Violations(typeof(Kept)));

    [Theory]
    [InlineData(typeof(Mutable), "Mutable: Name is not init-only")]
    [InlineData(typeof(Behaving), "Behaving: has the method Twice")]
    [InlineData(typeof(Derived), "Derived: has a base")]
    [InlineData(typeof(NotARecord), "NotARecord: is not a public sealed record")]
    [InlineData(typeof(PaperEvent), "PaperEvent: says in its name that it is a message")]
    [InlineData(typeof(Untyped), "Untyped: Value is a Object, which is not a plain value")]
    [InlineData(typeof(Clocked), "Clocked: At is a Nullable`1, which is not a plain value")]
    [InlineData(typeof(Unset), "Unset: Name is neither required nor nullable nor defaulted")]
    public void Message_ThatBreaksARule_IsCaught(Type message, string violation) => Assert.Contains(violation, Violations(message));

    [Fact]
    public void Message_InAFolderOfItsOwn_IsCaught()
        => Assert.Contains("Kept: is not in the namespace Pipeline.Contracts", MessageRules.Violations(typeof(Kept)));

    private static IEnumerable<string> Violations(Type message) => MessageRules.Violations(message, typeof(Kept).Namespace!);
}

public sealed record Kept
{
    public required string Name { get; init; }

    public string? Note { get; init; }

    public int Count { get; init; }

    public DateOnly? Day { get; init; }

    public string Kind { get; init; } = "paper";

    public IReadOnlyList<string> Topics { get; init; } = [];
}

public sealed record Mutable
{
    public required string Name { get; set; }
}

public sealed record Behaving
{
    public required int Number { get; init; }

    public int Twice() => 2 * Number;
}

public record Parent;

public sealed record Derived : Parent;

public sealed class NotARecord;

public sealed record PaperEvent;

public sealed record Untyped
{
    public required object Value { get; init; }
}

public sealed record Clocked
{
    // Without its distance from UTC a moment means another one elsewhere.
    public DateTime? At { get; init; }
}

public sealed record Unset
{
    public string Name { get; init; } = null!;
}
