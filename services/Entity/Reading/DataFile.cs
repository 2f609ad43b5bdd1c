using System.Reflection;

namespace Truceline.Entity.Reading;

/// <summary>The files under <c>Data/</c>, embedded in the assembly.</summary>
internal static class DataFile
{
    /// <summary>Opens an embedded file by its name, e.g. "countries.tsv".</summary>
    /// <exception cref="FileNotFoundException">The assembly holds no such file.</exception>
    public static Stream Open(string name) =>
        Assembly.GetExecutingAssembly().GetManifestResourceStream($"Truceline.Entity.Data.{name}")
        ?? throw new FileNotFoundException($"The assembly holds no data file {name}.", name);

    /// <summary>Rows of a tab-separated file, without comments (#) and blank lines.</summary>
    public static IEnumerable<string[]> Rows(string name)
    {
        using var reader = new StreamReader(Open(name));
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
                yield return line.Split('\t');
        }
    }

    /// <summary>Splits a cell that lists values with "|"; the empty cell has none.</summary>
    public static string[] List(string cell) =>
        cell.Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
