using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Pipeline.Api.Hosting;
using Pipeline.BuildingBlocks.Messaging;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.Storage.Contract;
using Pipeline.Storage.Mongo;
using Pipeline.Storage.Sqlite;

namespace Pipeline.Api.Tests.Support;

/// <summary>The API over a real port of loopback with a store of its own: wired as in one process, or, with a broker's address, as a worker.</summary>
internal sealed class ApiProcess : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("api-").FullName;
    private readonly IHost _host;
    private HttpClient? _client;

    private ApiProcess((string Key, string Value)[] settings, Action<IServiceCollection>? change)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new() { DisableDefaults = true });
        builder.Configuration.AddInMemoryCollection([new("Sqlite:DataDirectory", _folder), new("Api:Urls", "http://127.0.0.1:0")]);
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)));
        builder.Services.AddSingleton(TimeProvider.System).AddPipelineApi();
        if (settings.Any(setting => setting.Key == "Broker:Address"))
        {
            builder.Services.AddMongoStorage().AddRabbitMqMessaging(_ => { });
        }
        else
        {
            builder.Services.AddSqliteStorage().AddInMemoryMessaging(_ => { });
        }

        change?.Invoke(builder.Services);
        _host = builder.Build();
    }

    /// <summary>Its database.</summary>
    public string Database => Path.Combine(_folder, "pipeline.db");

    /// <summary>Where it is reached from this machine.</summary>
    public Uri Address => new(Assert.Single(_host.Services.GetRequiredService<ApiServer>().Addresses).Replace("0.0.0.0", "127.0.0.1", StringComparison.Ordinal));

    /// <summary>Asks as anybody on this machine may.</summary>
    public HttpClient Client => _client ??= new(new SocketsHttpHandler { RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8 }) { BaseAddress = Address };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public T Port<T>()
        where T : notnull
        => _host.Services.GetRequiredService<T>();

    public static Task<ApiProcess> StartAsync(params (string Key, string Value)[] settings) => StartAsync(null, settings);

    /// <summary>Starts with other parts than usual.</summary>
    public static async Task<ApiProcess> StartAsync(Action<IServiceCollection>? change, params (string Key, string Value)[] settings)
    {
        var process = new ApiProcess(settings, change);
        try
        {
            process._host.Services.GetService<IStartupValidator>()?.Validate();
            await process.Port<IStoreSetup>().PrepareAsync(Token);
            await process._host.StartAsync(Token);
            return process;
        }
        catch
        {
            await process.DisposeAsync();
            throw;
        }
    }

    /// <summary>Stores papers that are complete, each with two claims and these topics.</summary>
    public async Task<IReadOnlyList<UpsertOutcome>> GivenAsync(Observation observation, IReadOnlyList<ParsedPaper> papers, params IReadOnlyList<string> topics)
    {
        var stored = await Port<IPaperStore>().UpsertAsync(observation, papers, Token);
        await Port<IPaperStore>().SaveClaimsAsync([.. stored.Select(paper => Some.Claims(paper))], Token);
        await Port<IPaperStore>().SaveTopicsAsync([.. stored.Select(paper => Some.Topics(paper, topics: topics))], Token);
        return stored;
    }

    /// <summary>Stores papers 1 to a number.</summary>
    public Task<IReadOnlyList<UpsertOutcome>> GivenAsync(int count) => GivenAsync(Some.Observation(), Some.Papers(count), "cs.LG");

    public Task<HttpResponseMessage> GetAsync(string path, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Get, path, null, headers);

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, HttpContent? body, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body };
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await Client.SendAsync(request, Token);
    }

    /// <summary>What an address answers, which must be 200.</summary>
    public async Task<JsonElement> ReadAsync(string path, params (string Name, string Value)[] headers)
    {
        using var response = await GetAsync(path, headers);
        var text = await response.Content.ReadAsStringAsync(Token);
        Assert.True(response.StatusCode == HttpStatusCode.OK, text);
        return JsonText.Parse(text);
    }

    /// <summary>Follows a list to its end.</summary>
    public async Task<IReadOnlyList<JsonElement>> WalkAsync(string path)
    {
        var items = new List<JsonElement>();
        for (string? next = null; ;)
        {
            var page = await ReadAsync(next is null ? path : $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}cursor={Uri.EscapeDataString(next)}");
            items.AddRange(page.GetProperty("items").EnumerateArray());
            next = page.GetProperty("next").GetString();
            if (next is null || items.Count > 1_000)
            {
                return items;
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        _client?.Dispose();
        await _host.StopAsync();
        await ((IAsyncDisposable)_host).DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
