using System.Text.Json;

namespace Pipeline.Learning.Keyphrases;

/// <summary>A sentence of the <c>scierc</c> data.</summary>
/// <param name="Tokens">Its tokens.</param>
/// <param name="Entities">Labelled spans: first token, last token, type.</param>
public sealed record ScierSentence(IReadOnlyList<string> Tokens, IReadOnlyList<IReadOnlyList<JsonElement>> Entities);
