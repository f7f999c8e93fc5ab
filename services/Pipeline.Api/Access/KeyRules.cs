namespace Pipeline.Api.Access;

/// <summary>Which keys can be used. Says nothing of what they are.</summary>
internal static class KeyRules
{
    private const int MaxNameLength = 64;
    private const int HashLength = 64;

    /// <summary>What is wrong with configured keys, one line each.</summary>
    public static IEnumerable<string> Faults(IReadOnlyList<ApiKeyOptions> keys)
        => keys.SelectMany((key, i) => Faults(key).Select(fault => $"{i}: {fault}"))
            .Concat(keys.GroupBy(key => key.Name, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => $"Two keys have the name '{group.Key}'."));

    private static IEnumerable<string> Faults(ApiKeyOptions key)
    {
        if (key.Name is not { Length: > 0 and <= MaxNameLength } name || name.Any(char.IsControl))
        {
            yield return $"Name: give 1 to {MaxNameLength} characters.";
        }

        if (string.IsNullOrEmpty(key.Key) == string.IsNullOrEmpty(key.Sha256))
        {
            yield return "Give either Key or Sha256.";
        }

        if (key.Key is { Length: > 0 and < ApiKeyOptions.MinKeyLength } || key.Key?.Any(letter => letter is <= ' ' or > '~') == true)
        {
            yield return $"Key: give {ApiKeyOptions.MinKeyLength} or more characters of ASCII without spaces; openssl rand -hex 32 makes one.";
        }

        if (!string.IsNullOrEmpty(key.Sha256) && (key.Sha256.Length != HashLength || !key.Sha256.All(char.IsAsciiHexDigit)))
        {
            yield return $"Sha256: give {HashLength} hexadecimal digits.";
        }
    }
}
