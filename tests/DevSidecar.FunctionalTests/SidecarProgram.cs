using System.Diagnostics;
using System.Net;

namespace Truceline.DevSidecar.FunctionalTests;

/// <summary>The sidecar as a process of its own: what can be killed.</summary>
internal sealed class SidecarProgram : IAsyncDisposable
{
    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(5) };

    private readonly Process _process;
    private readonly Task<string> _output;
    private readonly Task<string> _errors;

    private SidecarProgram(IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(typeof(SidecarProcess).Assembly.Location);
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        _process = Process.Start(start)!;
        _output = _process.StandardOutput.ReadToEndAsync();
        _errors = _process.StandardError.ReadToEndAsync();
    }

    public static SidecarProgram Run(params string[] arguments) => new(arguments, new Dictionary<string, string>());

    public static async Task<SidecarProgram> StartAsync(SidecarFixture settings, IReadOnlyDictionary<string, string>? environment = null)
    {
        var program = new SidecarProgram(settings.Arguments(), environment ?? new Dictionary<string, string>());
        try
        {
            await Eventually.Holds("the sidecar process is ready", async () =>
            {
                if (program._process.HasExited)
                    Assert.Fail($"The sidecar ended with {program._process.ExitCode}: {await program._errors} {await program._output}");
                return await Answers(settings.AdminPort, HttpStatusCode.OK);
            });
            return program;
        }
        catch
        {
            await program.DisposeAsync();
            throw;
        }
    }

    public static Task IsStopping(SidecarFixture settings) => Eventually.Holds(
        "the sidecar process says that it is no longer ready", () => Answers(settings.AdminPort, HttpStatusCode.ServiceUnavailable));

    /// <summary>Ends it without a chance to say goodbye.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Asks it to stop, as a terminal or a supervisor does.</summary>
    public async Task<int> StopAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        return (await ExitAsync()).Code;
    }

    public async Task<(int Code, string Errors)> ExitAsync()
    {
        await Eventually.Holds("the sidecar process ends", () => _process.HasExited);
        await _process.WaitForExitAsync();
        return (_process.ExitCode, await _errors);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            await KillAsync();
        _process.Dispose();
    }

    private static async Task<(bool, string)> Answers(int port, HttpStatusCode expected)
    {
        try
        {
            using var response = await Http.GetAsync(new Uri($"http://127.0.0.1:{port}/health/ready"));
            return (response.StatusCode == expected, response.StatusCode.ToString());
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            return (false, e.Message);
        }
    }
}
