using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Truceline.Testing.Charts;

namespace Truceline.Charts.Tests;

/// <summary>The little of a cluster's API that helm asks when it renders for an upgrade: what kinds there are, and some Secrets of the release.</summary>
internal sealed class FakeCluster : IAsyncDisposable
{
    private static readonly Dictionary<string, string[]> Kinds = new()
    {
        ["v1"] = ["Secret", "ConfigMap", "Service", "ServiceAccount"],
        ["apps/v1"] = ["Deployment", "StatefulSet"],
        ["policy/v1"] = ["PodDisruptionBudget"],
        ["networking.k8s.io/v1"] = ["NetworkPolicy"],
        ["dapr.io/v1alpha1"] = ["Component", "Resiliency", "Configuration"],
    };

    private readonly WebApplication _app;

    private FakeCluster(WebApplication app) => _app = app;

    /// <summary>Address of the API.</summary>
    public Uri Address => new(_app.Urls.Single());

    /// <summary>Starts a cluster that holds Secrets, by name and key.</summary>
    public static async Task<FakeCluster> StartAsync(Dictionary<string, Dictionary<string, string>> secrets)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapGet("/version", () => new { major = "1", minor = "35", gitVersion = "v1.35.0" });
        app.MapGet("/api", () => new { kind = "APIVersions", versions = new[] { "v1" } });
        app.MapGet("/apis", () => new { kind = "APIGroupList", apiVersion = "v1", groups = Kinds.Keys.Where(k => k.Contains('/')).Select(Group) });
        app.MapGet("/api/v1", () => Resources("v1"));
        app.MapGet("/apis/{group}/{version}", (string group, string version) => Resources($"{group}/{version}"));
        app.MapGet("/api/v1/namespaces/{space}/secrets/{name}", (string space, string name) =>
            secrets.TryGetValue(name, out var data) ? Results.Json(Secret(space, name, data)) : NotFound());
        app.MapFallback(NotFound);
        await app.StartAsync();
        return new FakeCluster(app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static IResult NotFound() =>
        Results.Json(new { kind = "Status", apiVersion = "v1", status = "Failure", reason = "NotFound", code = 404 }, statusCode: 404);

    private static object Group(string groupVersion)
    {
        var parts = groupVersion.Split('/');
        var version = new { groupVersion, version = parts[1] };
        return new { name = parts[0], versions = new[] { version }, preferredVersion = version };
    }

    private static object Resources(string groupVersion) => new
    {
        kind = "APIResourceList",
        apiVersion = "v1",
        groupVersion,
        resources = Kinds[groupVersion].Select(kind => new
        {
            name = kind.ToLowerInvariant() + "s",
            singularName = kind.ToLowerInvariant(),
            namespaced = true,
            kind,
            verbs = new[] { "get" },
        }),
    };

    // Helm upgrades only what says that it belongs to the release.
    private static object Secret(string space, string name, Dictionary<string, string> data) => new
    {
        kind = "Secret",
        apiVersion = "v1",
        metadata = new Dictionary<string, object>
        {
            ["name"] = name,
            ["namespace"] = space,
            ["labels"] = new Dictionary<string, string> { ["app.kubernetes.io/managed-by"] = "Helm" },
            ["annotations"] = new Dictionary<string, string>
            {
                ["meta.helm.sh/release-name"] = HelmChart.Release,
                ["meta.helm.sh/release-namespace"] = HelmChart.Namespace,
            },
        },
        data,
    };
}
