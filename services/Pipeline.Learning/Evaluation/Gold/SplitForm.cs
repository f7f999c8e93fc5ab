using System.Text.Json;
using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Learning.Evaluation.Gold;

/// <summary>Sentences given as texts, with one label each: a role by its name, or 1 for a main claim and 0 for none.</summary>
internal sealed record SplitForm(IReadOnlyList<string> Sentences, IReadOnlyList<JsonElement> Labels, string? Id = null, string? Title = null, IReadOnlyList<double>? Confs = null)
{
    private static readonly string[] Roles = [.. Enum.GetNames<SentenceRole>().Select(name => name.ToLowerInvariant())];

    public LabelledAbstract ToAbstract()
    {
        if (Labels.Count != Sentences.Count || (Confs is not null && Confs.Count != Sentences.Count) || Sentences.Contains(null!))
        {
            throw new JsonException("\"labels\" and \"confs\" must have one entry for each text in \"sentences\".");
        }

        var sentences = new LabelledSentence[Sentences.Count];
        var start = 0;
        for (var i = 0; i < sentences.Length; i++)
        {
            sentences[i] = Label(new(start, start + Sentences[i].Length), Labels[i]) with { Confidence = Confs?[i] };
            start = sentences[i].Span.End + 1;
        }

        return new(Id, sentences) { Title = Title ?? "", Text = string.Join(' ', Sentences), IsSplit = true };
    }

    private static LabelledSentence Label(TextSpan span, JsonElement label)
    {
        if (label.ValueKind == JsonValueKind.Number && label.TryGetInt32(out var main) && main is 0 or 1)
        {
            return new(span) { MainClaim = main == 1 };
        }

        var role = label.ValueKind == JsonValueKind.String ? Array.IndexOf(Roles, label.GetString()) : -1;
        return role >= 0 ? new(span) { Role = (SentenceRole)role } : throw new JsonException($"\"labels\": {label.GetRawText()} is neither a role nor 0 or 1.");
    }
}
