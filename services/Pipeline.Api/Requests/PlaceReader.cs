using Microsoft.AspNetCore.Http;
using Pipeline.BuildingBlocks.Papers;

namespace Pipeline.Api.Requests;

/// <summary>The place from which a request reads on.</summary>
internal static class PlaceReader
{
    /// <summary>Reads it.</summary>
    /// <returns>Null when the request begins with the first, and when its cursor is none, which is a fault.</returns>
    public static ClaimPlace? Read(QueryReader reader, HttpRequest request)
    {
        if (reader.Text(CommonParameters.Cursor) is not { } text)
        {
            return null;
        }

        var place = Cursors.Read(request, text);
        if (place is null)
        {
            reader.Refuse(CommonParameters.Cursor.Name, "It was not given for these parameters. Start again without it.");
        }

        return place;
    }
}
