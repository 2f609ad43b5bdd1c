using Spectre.Console;

namespace Truceline.DevHost.Rendering;

/// <summary>
/// Standard output for results, standard error for progress and problems. Progress is a live status line on a terminal and one line a step
/// elsewhere.
/// </summary>
internal sealed class Terminal
{
    private const int Narrowest = 100;
    private const int Widest = 120;

    private Terminal(IAnsiConsole output, IAnsiConsole error)
    {
        Out = output;
        Error = error;
    }

    /// <summary>Results.</summary>
    internal IAnsiConsole Out { get; }

    /// <summary>Progress and problems.</summary>
    internal IAnsiConsole Error { get; }

    /// <summary>The terminal of this process.</summary>
    internal static Terminal Create() => new(
        Console(System.Console.Out, System.Console.IsOutputRedirected), Console(System.Console.Error, System.Console.IsErrorRedirected));

    /// <summary>Both ends on one writer each, for tests.</summary>
    internal static Terminal Create(TextWriter output, TextWriter error) => new(Console(output, redirected: true), Console(error, redirected: true));

    /// <summary>Does some work under a progress display.</summary>
    internal async Task<T> WithProgressAsync<T>(Func<Action<string>, Task<T>> work)
    {
        if (!Error.Profile.Capabilities.Interactive)
        {
            return await work(step => Error.WriteLine(step));
        }

        return await Error.Status().StartAsync("Starting", context => work(step => context.Status(Markup.Escape(step))));
    }

    /// <summary>Tells why the command ends.</summary>
    internal void Fail(DevHostException exception)
    {
        // Written past the console's line breaking: what is said is copied and searched.
        var writer = Error.Profile.Out.Writer;
        writer.WriteLine(exception.Message);
        foreach (var line in exception.Details)
        {
            writer.WriteLine("  " + line);
        }
    }

    private static IAnsiConsole Console(TextWriter writer, bool redirected)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Interactive = redirected ? InteractionSupport.No : InteractionSupport.Detect,
            Ansi = redirected ? AnsiSupport.No : AnsiSupport.Detect,
        });
        console.Profile.Width = redirected ? 110 : Math.Clamp(console.Profile.Width, Narrowest, Widest);
        return console;
    }
}
