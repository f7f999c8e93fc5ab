using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using Pipeline.Api.Access;
using Pipeline.Api.Requests;
using Pipeline.BuildingBlocks.Changes;
using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Api.Description;

/// <summary>The OpenAPI document, made from the endpoints. <c>contracts/openapi.json</c> is a copy of it.</summary>
internal static class ApiDescription
{
    private const string SchemeName = "key";

    public static void AddApiDescription(this IServiceCollection services)
    {
        // Schemas are made by these; answers are written by PaperJson itself.
        services.Configure<JsonOptions>(json =>
        {
            foreach (var converter in PaperJson.Options.Converters)
            {
                json.SerializerOptions.Converters.Add(converter);
            }

            json.SerializerOptions.NumberHandling = PaperJson.Options.NumberHandling;
        });
        services.AddOpenApi(options =>
        {
            options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
            options.CreateSchemaReferenceId = NameOf;

            // HEAD is the GET beside it; said once, in the description.
            options.ShouldInclude = description => description.HttpMethod != HttpMethods.Head;
            options.AddDocumentTransformer((document, _, _) => DescribeAsync(document));
            options.AddOperationTransformer((operation, context, _) => DescribeAsync(operation, context));
        });
    }

    // Two enumerations are called so; without another name one would be described as the other.
    private static string? NameOf(JsonTypeInfo type)
        => type.Type == typeof(ChangeKind) ? "PaperChangeKind" : OpenApiOptions.CreateDefaultSchemaReferenceId(type);

    private static Task DescribeAsync(OpenApiDocument document)
    {
        document.Info = new()
        {
            Title = "Paper pipeline",
            Version = "1",
            Description = "Research papers with their claims, numbers and topics. Lists come in pages: ask again with cursor = next until next is null. "
                + "Answers have an ETag. HEAD answers wherever GET does, with the same status and headers and no body. Errors are problem details (RFC 9457). On loopback reading needs no key.",
        };

        // The address is whatever the reader has reached it under.
        document.Servers = [new() { Url = "/" }];
        document.Components ??= new();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [SchemeName] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "A key of Api:Keys." },
        };
        foreach (var operation in document.Paths.Values.SelectMany(path => path.Operations ?? []).Select(pair => pair.Value))
        {
            if (operation.Metadata?.ContainsKey(nameof(StartsWork)) == true)
            {
                operation.Security = [new() { [new OpenApiSecuritySchemeReference(SchemeName, document)] = [] }];
            }
        }

        return Task.CompletedTask;
    }

    private static Task DescribeAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        foreach (var parameter in metadata.OfType<QueryParameters>().SelectMany(parameters => parameters.All))
        {
            operation.Parameters ??= [];
            operation.Parameters.Add(new OpenApiParameter
            {
                Name = parameter.Name,
                In = ParameterLocation.Query,
                Description = parameter.Description,
                Schema = parameter.Repeats ? new() { Type = JsonSchemaType.Array, Items = SchemaOf(parameter), MaxItems = QueryParameter.MaxValues } : SchemaOf(parameter),
            });
        }

        if (metadata.OfType<StartsWork>().Any())
        {
            operation.Metadata ??= new Dictionary<string, object>();
            operation.Metadata[nameof(StartsWork)] = true;
        }

        return Task.CompletedTask;
    }

    private static OpenApiSchema SchemaOf(QueryParameter parameter) => parameter.Kind switch
    {
        ParameterKind.Whole => Bounded(parameter, new() { Type = JsonSchemaType.Integer, Default = parameter.Default is { } number ? JsonValue.Create(number) : null }),
        ParameterKind.Number => Bounded(parameter, new() { Type = JsonSchemaType.Number }),
        ParameterKind.Day => new() { Type = JsonSchemaType.String, Format = "date" },
        ParameterKind.Flag => new() { Type = JsonSchemaType.Boolean },
        _ when parameter.Words.Count > 0 => new() { Type = JsonSchemaType.String, Enum = [.. parameter.Words.Select(word => (JsonNode)JsonValue.Create(word)!)] },
        _ => new() { Type = JsonSchemaType.String, MinLength = 1, MaxLength = parameter == CommonParameters.Cursor ? Cursors.MaxLength : QueryParameter.MaxLength },
    };

    private static OpenApiSchema Bounded(QueryParameter parameter, OpenApiSchema schema)
    {
        schema.Minimum = parameter.Least?.ToString(System.Globalization.CultureInfo.InvariantCulture);
        schema.Maximum = parameter.Most?.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return schema;
    }
}
