using Microsoft.AspNetCore.Http;
using Pipeline.Api.Errors;

namespace Pipeline.Api.Access;

/// <summary>Who may ask for what. Beyond loopback everything but what readers of mails follow needs a key; what starts work needs one everywhere.</summary>
/// <param name="keys">The keys there are.</param>
/// <param name="beyondLoopback">Whether others than this machine can ask.</param>
/// <param name="publicAddress">The address under which readers reach it, by way of a proxy; null when there is none.</param>
internal sealed class AccessGate(ApiKeys keys, bool beyondLoopback, Uri? publicAddress)
{
    private const string Scheme = "Bearer ";

    /// <summary>Whether a request is for a page for readers of mails.</summary>
    public static bool IsForReaders(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<ForReaders>() is not null;

    /// <summary>Refuses hosts that loopback does not have.</summary>
    public Task CheckHostAsync(HttpContext context, RequestDelegate next)
        => beyondLoopback || HostRule.IsLoopback(context.Request.Host) || (IsForReaders(context) && HostRule.IsOf(context.Request.Host, publicAddress))
            ? next(context)
            : Problems.HostRefused.Answer().ExecuteAsync(context);

    /// <summary>Finds out who asks; decides nothing yet, so that guessing keys is counted like any request.</summary>
    public Task IdentifyAsync(HttpContext context, RequestDelegate next)
    {
        var header = context.Request.Headers.Authorization;
        context.Features.Set(header.Count == 0 ? Identity.None : new Identity(Given: true, Find(header.ToString())));
        return next(context);
    }

    /// <summary>Lets a request through, or not.</summary>
    public Task AdmitAsync(HttpContext context, RequestDelegate next)
    {
        var refusal = Refusal(context);
        if (refusal is null)
        {
            return next(context);
        }

        if (refusal.Status == StatusCodes.Status401Unauthorized)
        {
            context.Response.Headers.WWWAuthenticate = "Bearer";
        }

        return refusal.Answer().ExecuteAsync(context);
    }

    private Problem? Refusal(HttpContext context)
    {
        if (IsForReaders(context))
        {
            return null;
        }

        var identity = Identity.Of(context);
        var operates = context.GetEndpoint()?.Metadata.GetMetadata<StartsWork>() is not null;
        return identity switch
        {
            { Given: true, Caller: null } => Problems.KeyUnknown,
            { Caller: null } => beyondLoopback || operates ? Problems.KeyMissing : null,
            _ => operates && identity.Caller.Scope != ApiScope.Operate ? Problems.ScopeMissing : null,
        };
    }

    private Caller? Find(string header)
        => header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? keys.Find(header[Scheme.Length..].Trim()) : null;
}

/// <summary>What a request says of who sent it.</summary>
/// <param name="Given">Whether it says anything.</param>
/// <param name="Caller">Who that is; null when nobody is known so.</param>
internal sealed record Identity(bool Given, Caller? Caller)
{
    public static Identity None { get; } = new(Given: false, Caller: null);

    public static Identity Of(HttpContext context) => context.Features.Get<Identity>() ?? None;
}

/// <summary>Marks an endpoint that starts work, or is only for those who may.</summary>
internal sealed class StartsWork
{
    public static StartsWork Mark { get; } = new();
}

/// <summary>Marks an endpoint for readers of mails: it needs no key, because its links carry tokens.</summary>
internal sealed class ForReaders
{
    public static ForReaders Mark { get; } = new();
}
