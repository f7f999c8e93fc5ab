using System.Text.Json;
using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Learning.Evaluation.Gold;

/// <summary>Sentences as <c>[start, end, code]</c> of a text that is elsewhere; the README of <c>Labels</c> explains the code.</summary>
internal sealed record OffsetForm(string Id, IReadOnlyList<IReadOnlyList<JsonElement>> Sentences, string? Part = null)
{
    // In the order of the enumerations.
    private const string Roles = "BOMRX";
    private const string Types = "crpfta";

    public LabelledAbstract ToAbstract()
        => new(Id, LabelOrder.Checked([.. Sentences.Select(Read)])) { Part = Part };

    private static LabelledSentence Read(IReadOnlyList<JsonElement> sentence)
        => sentence is [{ ValueKind: JsonValueKind.Number } start, { ValueKind: JsonValueKind.Number } end, { ValueKind: JsonValueKind.String } code]
            && start.TryGetInt32(out var from) && end.TryGetInt32(out var to)
            ? Label(new(from, to), code.GetString()!)
            : throw new JsonException("A sentence is [start, end, code].");

    private static LabelledSentence Label(TextSpan span, string code)
    {
        var role = code.Length > 0 ? Roles.IndexOf(code[0], StringComparison.Ordinal) : -1;
        var type = code.Length > 1 ? Types.IndexOf(code[1], StringComparison.Ordinal) : -1;
        var main = code is [_, _, '*'];
        if (role < 0 || (code.Length != 2 && !main) || (type < 0 && code[1] != '-'))
        {
            throw new JsonException($"\"{code}\" is no code of role and claim.");
        }

        return new(span) { Role = (SentenceRole)role, Claim = type >= 0, ClaimType = type >= 0 ? (ClaimType)type : null, MainClaim = main };
    }
}
