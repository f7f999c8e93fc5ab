using Pipeline.BuildingBlocks.Papers;
using Pipeline.ClaimExtractor.Extraction.Tokens;

namespace Pipeline.ClaimExtractor.Extraction;

/// <summary>Tells what addresses lead to: by the words of their sentence, else by the host.</summary>
internal static class UrlKinds
{
    private static readonly string[] CodeHosts = ["github.com/", "gitlab.com/", "bitbucket.org/"];
    private static readonly string[] DataHosts = ["huggingface.co/datasets", "zenodo.org/", "kaggle.com/datasets"];

    /// <summary>Gives each address of a text its kind.</summary>
    /// <param name="text">The text.</param>
    /// <param name="urls">Its addresses, in order.</param>
    public static void Set(TokenizedText text, List<Quote> urls)
    {
        var at = 0;
        for (var i = 0; i < text.Sentences.Count && at < urls.Count; i++)
        {
            UrlKind? said = null;
            foreach (var token in text.TokensOf(i))
            {
                if (token.Kind != TokenKind.Url)
                {
                    said = said == UrlKind.Code || Lexicon.Names.CodeWords.Contains(token) ? UrlKind.Code : Lexicon.Names.DataWords.Contains(token) ? UrlKind.Data : said;
                    continue;
                }

                while (at < urls.Count && urls[at].Start < token.Start)
                {
                    at++;
                }

                urls[at] = urls[at] with { Kind = said ?? OfHost(urls[at].Text) };
            }
        }
    }

    private static UrlKind OfHost(string url)
        => Holds(url, DataHosts) ? UrlKind.Data : Holds(url, CodeHosts) ? UrlKind.Code : UrlKind.Other;

    private static bool Holds(string url, string[] hosts) => Array.Exists(hosts, host => url.Contains(host, StringComparison.OrdinalIgnoreCase));
}
