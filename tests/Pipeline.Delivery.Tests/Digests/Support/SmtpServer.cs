using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Pipeline.Delivery.Digests.Mail;
using Pipeline.Testing;

namespace Pipeline.Delivery.Tests.Digests.Support;

/// <summary>A mail server that is not ours, on loopback: Python's aiosmtpd, Debian's package <c>python3-aiosmtpd</c>.</summary>
internal sealed class SmtpServer : IDisposable
{
    private readonly Process _process;
    private readonly SmtpCertificate? _certificate;

    private SmtpServer(Process process, int port, SmtpCertificate? certificate) => (_process, Port, _certificate) = (process, port, certificate);

    public int Port { get; }

    /// <summary>File with the authority that its certificate comes from; empty without one.</summary>
    public string Authority => _certificate?.AuthorityFile ?? "";

    /// <summary>Settings that reach it.</summary>
    /// <param name="security"><c>none</c>, <c>starttls</c> or <c>tls</c>.</param>
    /// <param name="account">Name and password to log on with.</param>
    public SmtpOptions Options(string security, (string Name, string Password)? account = null) => new()
    {
        Host = "localhost",
        Port = Port,
        Security = Enum.Parse<SmtpSecurity>(security, ignoreCase: true),
        From = "pipeline@example.org",
        UserName = account?.Name ?? "",
        Password = account?.Password ?? "",
        TrustedCertificate = Authority,
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Starts one; skips the test where there is none.</summary>
    /// <param name="security"><c>none</c>, <c>starttls</c> or <c>tls</c>.</param>
    /// <param name="account">Name and password that it asks for.</param>
    /// <param name="host">Name in its certificate.</param>
    public static async Task<SmtpServer> StartAsync(string security = "none", (string Name, string Password)? account = null, string host = "localhost")
    {
        var python = Environment.GetEnvironmentVariable("PIPELINE_TEST_PYTHON") ?? "/usr/bin/python3";
        Assert.SkipUnless(await HasServerAsync(python), $"{python} has no aiosmtpd. Debian's package is python3-aiosmtpd.");
        var certificate = security == "none" ? null : new SmtpCertificate(host);
        var process = Start(python, ["-W", "ignore", ScriptFile, security, certificate?.ServerFile ?? "", account?.Name ?? "", account?.Password ?? ""]);
        var port = await process.StandardOutput.ReadLineAsync(Token);
        return new(process, int.Parse(port!, CultureInfo.InvariantCulture), certificate);
    }

    /// <summary>The next mail that it took.</summary>
    public async Task<JsonElement> NextAsync()
    {
        using var json = JsonDocument.Parse((await _process.StandardOutput.ReadLineAsync(Token))!);
        return json.RootElement.Clone();
    }

    public void Dispose()
    {
        // It ends with its input.
        _process.StandardInput.Close();
        _process.Dispose();
        _certificate?.Dispose();
    }

    private static string ScriptFile => Path.Combine(RepositoryFiles.Root, "tests", "Pipeline.Delivery.Tests", "Digests", "Support", "smtp-server.py");

    private static async Task<bool> HasServerAsync(string python)
    {
        if (!File.Exists(python))
        {
            return false;
        }

        using var process = Start(python, ["-c", "import aiosmtpd; print(1)"]);
        var output = await process.StandardOutput.ReadToEndAsync(Token);
        await process.WaitForExitAsync(Token);
        return output.StartsWith('1');
    }

    private static Process Start(string python, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(python, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true };
        start.Environment["PYTHONUTF8"] = "1";
        return Process.Start(start)!;
    }
}
