using System.Diagnostics;
using System.Text.Json;

namespace Truceline.Benchmarks.Reading;

/// <summary>What reading all documents took.</summary>
/// <param name="Tokens">Tokens counted.</param>
/// <param name="Characters">Characters read.</param>
/// <param name="StartMs">From nothing to the first document read, milliseconds; the process's own start aside.</param>
/// <param name="WallMs">Elapsed, milliseconds.</param>
/// <param name="CpuMs">Processor time, milliseconds; steady where a machine is shared.</param>
/// <param name="ResidentMb">Resident memory after it, megabytes.</param>
internal sealed record Run(long Tokens, long Characters, double StartMs, double WallMs, double CpuMs, double ResidentMb);

/// <summary>Readers of English from npm, run by Node.js on the same documents. Their packages are installed into a cache folder.</summary>
internal static class PeerReaders
{
    private static readonly string[] Packages = ["wink-nlp@2.4.0", "wink-eng-lite-web-model@1.8.1", "compromise@14.17.0"];
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Whether Node.js and npm are there, and the packages with them.</summary>
    public static bool Install(string folder)
    {
        Directory.CreateDirectory(folder);
        return Directory.Exists(Path.Combine(folder, "node_modules", "compromise"))
            || Start("npm", ["install", "--no-audit", "--no-fund", "--silent", "--prefix", folder, .. Packages]) is not null;
    }

    /// <summary>One reader over a file of documents, read some times before it is measured; null when it did not run.</summary>
    public static Run? Measure(string folder, string name, string file, int warmUps) =>
        Start("node", [Path.Combine(AppContext.BaseDirectory, "Reading", "peers.js"), folder, name, file, warmUps.ToString(System.Globalization.CultureInfo.InvariantCulture)]) is { } output ? JsonSerializer.Deserialize<Run>(output, Json) : null;

    private static string? Start(string program, IEnumerable<string> arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? output : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
