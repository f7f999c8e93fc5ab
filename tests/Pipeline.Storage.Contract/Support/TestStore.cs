namespace Pipeline.Storage.Contract;

/// <summary>One fresh store, prepared and empty.</summary>
/// <param name="Services">The production wiring that it comes from.</param>
/// <param name="Dispose">Closes the store and removes what it wrote.</param>
public sealed record TestStore(IServiceProvider Services, Func<ValueTask> Dispose)
{
    /// <summary>One of its ports.</summary>
    public T Port<T>()
        where T : notnull
        => (T)(Services.GetService(typeof(T)) ?? throw new InvalidOperationException($"The store does not offer {typeof(T).Name}."));
}
