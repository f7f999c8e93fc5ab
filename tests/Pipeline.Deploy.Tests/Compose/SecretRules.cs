using System.Text.RegularExpressions;

namespace Pipeline.Deploy.Tests.Compose;

/// <summary>
/// A secret comes from a variable without a default; starting without it fails and says which. One of a part that is off where nobody sets it up
/// may be left empty.
/// </summary>
internal static partial class SecretRules
{
    private const string OfMail = "Smtp__Password";

    /// <summary>Settings and addresses that hold a secret, or give a variable for one a default.</summary>
    public static IEnumerable<string> Violations(ComposeFile compose)
        => from service in compose.Services
           from setting in service.Value.Environment
           where IsSecretInTheOpen(setting.Key, setting.Value)
           select $"{service.Key}: {setting.Key}";

    /// <summary>Variables that must be set.</summary>
    public static IEnumerable<string> RequiredVariables(string compose)
        => RequiredVariable().Matches(compose).Select(match => match.Groups["name"].Value).Distinct(StringComparer.Ordinal);

    private static bool IsSecretInTheOpen(string key, string value)
        => (SecretName().IsMatch(NameOf(key)) && !IsRequired(value) && !(key == OfMail && EmptyByDefault().IsMatch(value)))
            || Credentials().Matches(value).Any(match => !IsRequired(match.Groups["password"].Value));

    // A key has a name, too: Api__Keys__0__Name.
    private static string NameOf(string key) => key.Split("__")[^1];

    private static bool IsRequired(string value) => RequiredVariable().Match(value) is { Success: true } match && match.Length == value.Length;

    [GeneratedRegex(@"\$\{(?<name>[A-Z_]+):\?[^}]+\}", RegexOptions.ExplicitCapture)]
    private static partial Regex RequiredVariable();

    [GeneratedRegex(@"^\$\{[A-Z_]+:-\}$", RegexOptions.ExplicitCapture)]
    private static partial Regex EmptyByDefault();

    [GeneratedRegex("PASS|SECRET|TOKEN|KEY|CREDENTIAL", RegexOptions.IgnoreCase)]
    private static partial Regex SecretName();

    [GeneratedRegex(@"://[^:/@{}]+:(?<password>(\$\{[^}]*\}|[^@{}])*)@", RegexOptions.ExplicitCapture)]
    private static partial Regex Credentials();
}
