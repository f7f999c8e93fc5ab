using Microsoft.AspNetCore.Http;
using Pipeline.BuildingBlocks.Papers;
using Pipeline.BuildingBlocks.Sources;

namespace Pipeline.Api.Requests;

/// <summary>The place from which a request reads on.</summary>
internal static class PlaceReader
{
    /// <summary>Reads a place among papers or claims.</summary>
    /// <returns>Null when the request begins with the first, and when its cursor is none, which is a fault.</returns>
    public static ClaimPlace? Read(QueryReader reader, HttpRequest request) => Read(reader, request, Cursors.Read);

    /// <summary>Reads a place among runs.</summary>
    /// <returns>Null when the request begins with the first, and when its cursor is none, which is a fault.</returns>
    public static RunPlace? ReadRun(QueryReader reader, HttpRequest request) => Read(reader, request, Cursors.ReadRun);

    private static T? Read<T>(QueryReader reader, HttpRequest request, Func<HttpRequest, string, T?> read)
        where T : class
    {
        if (reader.Text(CommonParameters.Cursor) is not { } text)
        {
            return null;
        }

        var place = read(request, text);
        if (place is null)
        {
            reader.Refuse(CommonParameters.Cursor.Name, "It was not given for these parameters. Start again without it.");
        }

        return place;
    }
}
