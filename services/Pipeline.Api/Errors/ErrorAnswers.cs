using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace Pipeline.Api.Errors;

/// <summary>Turns whatever goes wrong on the way into a problem. What is thrown goes into the log, never into an answer.</summary>
internal static class ErrorAnswers
{
    public static void UseErrorAnswers(this IApplicationBuilder app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = AnswerAsync });
        app.UseStatusCodePages(context
            => Problems.OfStatus(context.HttpContext.Response.StatusCode).Answer().ExecuteAsync(context.HttpContext));
    }

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
