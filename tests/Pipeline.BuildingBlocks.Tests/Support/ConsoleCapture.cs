namespace Pipeline.BuildingBlocks.Tests.Support;

/// <summary>Holds back what is written to the console, and puts the console back at the end.</summary>
internal sealed class ConsoleCapture : IDisposable
{
    private readonly TextWriter _out = Console.Out;
    private readonly TextWriter _error = Console.Error;
    private readonly StringWriter _outText = new();
    private readonly StringWriter _errorText = new();

    public ConsoleCapture()
    {
        Console.SetOut(TextWriter.Synchronized(_outText));
        Console.SetError(TextWriter.Synchronized(_errorText));
    }

    public string Out => _outText.ToString();

    public string Error => _errorText.ToString();

    public void Dispose()
    {
        Console.SetOut(_out);
        Console.SetError(_error);
    }
}
