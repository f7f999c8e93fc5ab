using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Pipeline.BuildingBlocks.Telemetry;

namespace Pipeline.Delivery.Tests.Digests.Support;

/// <summary>What this test alone counts of one of the pipeline's instruments, whatever other tests do at the same time.</summary>
internal sealed class RecordedMetrics : IDisposable
{
    private readonly AsyncLocal<bool> _mine = new() { Value = true };
    private readonly MeterListener _listener = new();
    private readonly ConcurrentQueue<string> _counted = [];
    private double? _gauge;

    public RecordedMetrics(string instrument)
    {
        _listener.InstrumentPublished = (published, listener) =>
        {
            if (published.Meter.Name == InstrumentNames.Pipeline && published.Name == instrument)
            {
                listener.EnableMeasurementEvents(published);
            }
        };
        _listener.SetMeasurementEventCallback<long>((_, _, labels, _) => Count(labels));
        _listener.SetMeasurementEventCallback<double>((_, value, _, _) => _gauge = value);
        _listener.Start();
    }

    /// <summary>Values of the labels of each time it was counted up.</summary>
    public IEnumerable<string> Counted => _counted;

    /// <summary>What a gauge shows now; null for nothing.</summary>
    public double? Gauge()
    {
        _gauge = null;
        _listener.RecordObservableInstruments();
        return _gauge;
    }

    public void Dispose() => _listener.Dispose();

    private void Count(ReadOnlySpan<KeyValuePair<string, object?>> labels)
    {
        if (_mine.Value)
        {
            _counted.Enqueue(string.Join(' ', labels.ToArray().Select(label => label.Value)).TrimEnd());
        }
    }
}
