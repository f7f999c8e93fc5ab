using System.Diagnostics;

namespace Pipeline.Testing;

/// <summary>The configuration of a started program: what the test says, and nothing that the person running the tests has set.</summary>
public static class ProcessEnvironment
{
    /// <summary>Removes every inherited <c>Section__Key</c>, then sets the given ones. The API stays closed unless one opens it.</summary>
    public static void Configure(this ProcessStartInfo start, IReadOnlyDictionary<string, string> settings)
    {
        // Whoever runs the tests may have pointed the command line at a store in use.
        foreach (var key in start.Environment.Keys.Where(key => key.Contains("__", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(key);
        }

        // Its usual port may be taken, by a person's own or by that of another test.
        start.Environment["Api__Urls"] = "";
        foreach (var (key, value) in settings)
        {
            start.Environment[key] = value;
        }
    }
}
