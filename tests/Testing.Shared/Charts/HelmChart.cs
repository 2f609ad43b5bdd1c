namespace Truceline.Testing.Charts;

/// <summary>A chart in a folder, rendered by the real helm.</summary>
/// <param name="Folder">Folder of the chart.</param>
public sealed record HelmChart(string Folder)
{
    /// <summary>The release and the namespace that everything is rendered for.</summary>
    public const string Release = "truceline";

    /// <summary>Namespace of <see cref="Release"/>.</summary>
    public const string Namespace = "monitoring";

    /// <summary>The chart of this repository.</summary>
    public static HelmChart Truceline { get; } = new(Path.Combine(ChartTools.RepositoryRoot, "charts", "truceline"));

    /// <summary>Path of a values file under <c>ci</c>, e.g. of <c>trial</c>.</summary>
    public static string Scenario(string name) => Path.Combine(Truceline.Folder, "ci", name + "-values.yaml");

    /// <summary>Renders the chart, or throws what helm says.</summary>
    public RenderedChart Render(string valuesFile, params string[] settings)
    {
        var (code, output, error) = TryRender(valuesFile, settings);
        return code == 0 ? new RenderedChart(output) : throw new InvalidOperationException("helm: " + error);
    }

    /// <summary>Renders the chart as for an upgrade, in which it can look at what the cluster holds, or throws what helm says.</summary>
    /// <param name="valuesFile">Values file.</param>
    /// <param name="cluster">Address of the cluster's API.</param>
    public RenderedChart RenderIn(string valuesFile, Uri cluster)
    {
        ArgumentNullException.ThrowIfNull(cluster);
        var (code, output, error) = Helm(
            [
                "template", Release, Folder, "--namespace", Namespace,
                "--dry-run=server", "--disable-openapi-validation", "--kube-apiserver", cluster.GetLeftPart(UriPartial.Authority),
            ],
            valuesFile,
            []);
        return code == 0 ? new RenderedChart(output) : throw new InvalidOperationException("helm: " + error);
    }

    /// <summary>Renders the chart and returns helm's exit code and both outputs.</summary>
    /// <param name="valuesFile">Values file; empty for the chart's own values alone.</param>
    /// <param name="settings">Further values, e.g. <c>image.tag=1</c>.</param>
    public (int Code, string Output, string Error) TryRender(string valuesFile, params string[] settings) =>
        Helm(["template", Release, Folder, "--namespace", Namespace], valuesFile, settings);

    /// <summary>Lints the chart strictly and returns helm's exit code and both outputs.</summary>
    public (int Code, string Output, string Error) Lint(string valuesFile) => Helm(["lint", Folder, "--strict"], valuesFile, []);

    private static (int Code, string Output, string Error) Helm(string[] command, string valuesFile, string[] settings) =>
        ChartTools.Run(
            ChartTools.Helm,
            [.. command, .. valuesFile.Length == 0 ? (string[])[] : ["--values", valuesFile], .. settings.SelectMany(s => new[] { "--set", s })]);
}
