using Truceline.Charts.Tests.Checks;
using Truceline.Testing.Charts;

namespace Truceline.Charts.Tests;

public class ReadmeTests
{
    private const string Begin = "<!-- values: made from values.yaml -->\n";
    private const string End = "\n<!-- end of values -->";

    private static string Readme => Path.Combine(HelmChart.Truceline.Folder, "README.md");

    private static string Values => File.ReadAllText(Path.Combine(HelmChart.Truceline.Folder, "values.yaml"));

    [Fact]
    public void Table_InTheReadme_IsMadeFromTheValues()
    {
        var text = File.ReadAllText(Readme);
        var (from, to) = (text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, text.IndexOf(End, StringComparison.Ordinal));
        var table = ValuesTable.Of(Values).Table;
        if (Golden.IsUpdate)
        {
            File.WriteAllText(Readme, text = string.Concat(text.AsSpan(0, from), table, text.AsSpan(to)));
            to = from + table.Length;
        }

        Assert.True(text[from..to] == table, $"The table of values in {Readme} is not up to date. Run the tests with {Golden.Update}=1.");
    }

    [Fact]
    public void Values_AreAllDescribed() => Assert.Empty(ValuesTable.Of(Values).Undescribed);

    [Fact]
    public void Table_OfChangedValues_IsAnother()
    {
        var changed = Values.Replace("port: 443", "port: 444", StringComparison.Ordinal);

        Assert.NotEqual(ValuesTable.Of(Values).Table, ValuesTable.Of(changed).Table);
        Assert.Equal(["x.y"], ValuesTable.Of(Values + "\nx:\n  y: 1\n").Undescribed);
    }
}
