using System.Text;

namespace Pipeline.Learning.Quantities;

/// <summary>Which part of a labelled file is meant.</summary>
public enum QuantityHalf
{
    /// <summary>Every text.</summary>
    All,

    /// <summary>The texts that are trained on.</summary>
    Train,

    /// <summary>The texts that choices are made on.</summary>
    Dev,
}

/// <summary>Cuts a labelled file in halves by a hash of the ids, so that the cut does not depend on the order.</summary>
public static class QuantityHalves
{
    private const uint Offset = 2166136261;
    private const uint Prime = 16777619;

    /// <summary>The texts of a half, in order.</summary>
    public static IReadOnlyList<GoldText> Take(IReadOnlyList<GoldText> texts, QuantityHalf half)
        => half == QuantityHalf.All ? texts : [.. texts.Where(text => Of(text.Id) == half)];

    /// <summary>The half of an id.</summary>
    public static QuantityHalf Of(string id)
    {
        var hash = Offset;
        foreach (var b in Encoding.UTF8.GetBytes(id))
        {
            hash = (hash ^ b) * Prime;
        }

        // The low bits of this hash follow the last character alone.
        return ((hash >> 16) & 1) == 0 ? QuantityHalf.Train : QuantityHalf.Dev;
    }
}
