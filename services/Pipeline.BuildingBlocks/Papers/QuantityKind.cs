namespace Pipeline.BuildingBlocks.Papers;

/// <summary>How a number is meant.</summary>
public enum QuantityKind
{
    /// <summary>A share or a change in percent or percentage points.</summary>
    Percent,

    /// <summary>So many times; its unit is <c>x</c>.</summary>
    Factor,

    /// <summary>A score of a metric, or a measured value with a unit.</summary>
    Score,

    /// <summary>A number of things.</summary>
    Count,

    /// <summary>From one value to another.</summary>
    Range,

    /// <summary>A value with its error.</summary>
    Tolerance,
}

/// <summary>Which way a stated change goes.</summary>
public enum QuantityDirection
{
    /// <summary>No change is stated.</summary>
    None,

    /// <summary>More than before.</summary>
    Increase,

    /// <summary>Less than before.</summary>
    Decrease,
}
