using System.Text;
using Pipeline.Standalone.Ingestion;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Pipeline.Standalone.Output;

/// <summary>What a person sees: results on standard output, progress on standard error.</summary>
internal sealed class Screen
{
    private const int PlainWidth = 120;
    private readonly IAnsiConsole _out;
    private readonly IAnsiConsole _error;

    public Screen(bool noColor)
    {
        _out = Open(Console.Out, Console.IsOutputRedirected, noColor);
        _error = Open(Console.Error, Console.IsErrorRedirected, noColor);
        Color = !noColor && !Console.IsOutputRedirected && _out.Profile.Capabilities.Ansi;
    }

    /// <summary>Whether colours can mark things; without them, brackets do.</summary>
    public bool Color { get; }

    /// <summary>Columns of standard output.</summary>
    public int Width => _out.Profile.Width;

    public void Write(IRenderable content) => _out.Write(content);

    public void WriteAll(IEnumerable<IRenderable> contents)
    {
        foreach (var content in contents)
        {
            Write(content);
        }
    }

    public void WriteLine(string text = "") => _out.WriteLine(text);

    public void WriteMarkup(string markup) => _out.MarkupLine(markup);

    /// <summary>Runs work with a moving status on a terminal, and in silence elsewhere.</summary>
    public Task<T> WithProgressAsync<T>(string title, Func<Func<IngestProgress, Task>, Task<T>> work)
    {
        return WithStatusAsync(title, report => work(progress =>
        {
            var stage = progress.Parsed ? "all read" : "reading";
            report($"{progress.Papers} papers, {stage}, {progress.Pending} being enriched");
            return Task.CompletedTask;
        }));
    }

    /// <summary>Runs work with a moving status on a terminal, and in silence elsewhere.</summary>
    public Task<T> WithStatusAsync<T>(string title, Func<Action<string>, Task<T>> work)
        => Console.IsErrorRedirected
            ? work(_ => { })
            : _error.Status().StartAsync(
                Markup.Escape(Safe(title)),
                context => work(status => context.Status($"{Markup.Escape(Safe(title))}: {Markup.Escape(Safe(status))}")));

    /// <summary>Runs work with a bar on a terminal, and in silence elsewhere.</summary>
    /// <param name="total">Steps in all.</param>
    /// <param name="work">Reports steps done, and how it goes.</param>
    public Task<T> WithBarAsync<T>(int total, Func<Action<int, string>, Task<T>> work)
        => Console.IsErrorRedirected ? work((_, _) => { }) : WithBarAsync(_error, total, work);

    /// <summary>Runs work with a bar on a console.</summary>
    internal static Task<T> WithBarAsync<T>(IAnsiConsole console, int total, Func<Action<int, string>, Task<T>> work)
        => console.Progress()
            .Columns(new ProgressBarColumn(), new PercentageColumn(), new TaskDescriptionColumn { Alignment = Justify.Left })
            .StartAsync(context =>
            {
                // A bar without words is refused.
                var bar = context.AddTask("starting", maxValue: Math.Max(1, total));
                return work((done, text) =>
                {
                    bar.Value = done;
                    bar.Description = Markup.Escape(Safe(text));
                });
            });

    /// <summary>Text from outside without control characters: a title must not steer the terminal.</summary>
    public static string Safe(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            result.Append(char.IsControl(c) ? ' ' : c);
        }

        return result.ToString();
    }

    private static IAnsiConsole Open(TextWriter writer, bool redirected, bool noColor)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = redirected || noColor ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = redirected || noColor ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
        });
        if (redirected)
        {
            console.Profile.Width = PlainWidth;
        }

        return console;
    }
}
