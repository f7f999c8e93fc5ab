using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Pipeline.Api.Access;

namespace Pipeline.Api.Hosting;

/// <summary>Serves the API beside whatever else the process does: it opens last and closes first.</summary>
public sealed partial class ApiServer(IServiceProvider services, IOptions<ApiOptions> options, ILogger<ApiServer> logger)
    : IHostedLifecycleService, IAsyncDisposable
{
    private WebApplication? _app;

    /// <summary>The addresses it listens on; empty while it does not.</summary>
    public IReadOnlyList<string> Addresses { get; private set; } = [];

    /// <summary>Opens it.</summary>
    /// <exception cref="OptionsValidationException">An address cannot be listened on.</exception>
    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        var addresses = ListenAddress.Read(options.Value.Urls);
        if (addresses.Count == 0)
        {
            return;
        }

        var app = ApiApplication.Build(services, options.Value, addresses);
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (Exception e) when (e is IOException or System.Net.Sockets.SocketException)
        {
            await app.DisposeAsync();
            throw new OptionsValidationException(ApiOptions.Section, typeof(ApiOptions),
                [$"{ApiOptions.Section}:{nameof(ApiOptions.Urls)}: {e.Message} Choose another port, or leave it empty for no API."]);
        }

        _app = app;
        Addresses = [.. app.Urls];
        foreach (var address in Addresses)
        {
            LogListening(logger, address);
        }
    }

    /// <summary>Takes no more requests, and finishes those in hand.</summary>
    public Task StoppingAsync(CancellationToken cancellationToken) => _app?.StopAsync(cancellationToken) ?? Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _app?.DisposeAsync() ?? ValueTask.CompletedTask;

    [LoggerMessage(Level = LogLevel.Information, Message = "The API listens on {Address}")]
    private static partial void LogListening(ILogger logger, string address);
}
