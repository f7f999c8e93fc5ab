using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Pipeline.Api.Access;

namespace Pipeline.Api.Errors;

/// <summary>Turns whatever goes wrong on the way into a problem. What is thrown goes into the log, never into an answer.</summary>
internal static class ErrorAnswers
{
    public static void UseErrorAnswers(this IApplicationBuilder app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = AnswerAsync });
        app.UseStatusCodePages(context => OfStatus(context.HttpContext).Answer().ExecuteAsync(context.HttpContext));
    }

    // Whose time ended before its turn was not slow: it may ask again.
    private static Problem OfStatus(HttpContext context) => PlaceGate.Waits(context) ? Problems.Busy : Problems.OfStatus(context.Response.StatusCode);

    private static Task AnswerAsync(HttpContext context)
    {
        var problem = context.Features.Get<IExceptionHandlerFeature>()?.Error switch
        {
            BadHttpRequestException bad => Problems.OfStatus(bad.StatusCode),

            // The drivers' word for a store that cannot be reached.
            TimeoutException => Problems.StoreAway,
            _ => Problems.Internal,
        };
        return problem.Answer().ExecuteAsync(context);
    }
}
