using System.ComponentModel;
using System.Diagnostics;

namespace Pipeline.Contracts.Tests.Catalogue;

/// <summary>The reference parser of AsyncAPI, installed by npm into a folder that is removed at the end.</summary>
public sealed class AsyncApiParser : IAsyncLifetime
{
    private const string Script = """
        const { Parser, fromFile } = require('@asyncapi/parser');
        fromFile(new Parser(), process.argv[2]).parse().then(({ document, diagnostics }) => {
            const messages = document ? document.allMessages().all().map(message => message.name()).sort() : [];
            const exchange = document ? document.channels().get('papers').bindings().get('amqp').value().exchange : {};
            console.log(JSON.stringify({
                faults: diagnostics.map(fault => `${fault.path.join('.')}: ${fault.message}`),
                version: document?.version(), messages, exchange: `${exchange.type} ${exchange.name} ${exchange.durable}`,
            }));
        });
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("asyncapi-").FullName;

    /// <summary>Why there is none on this machine; null when there is one.</summary>
    public string? Missing { get; private set; }

    public async ValueTask InitializeAsync()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "parse.js"), Script);
        try
        {
            var (code, _, error) = await RunAsync("npm", "install", "@asyncapi/parser@3.6.6", "--ignore-scripts", "--no-audit", "--no-fund", "--no-save");
            Missing = code == 0 ? null : $"npm cannot install @asyncapi/parser: {error}";
        }
        catch (Win32Exception)
        {
            Missing = "npm is not installed.";
        }
    }

    /// <summary>What the parser says of a document: one line of JSON.</summary>
    public async Task<string> ParseAsync(string document)
    {
        var (_, output, error) = await RunAsync("node", "parse.js", document);
        return output.Length > 0 ? output : throw new InvalidOperationException(error);
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private async Task<(int Code, string Output, string Error)> RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = _folder, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }
}
