using Truceline.Charts.Tests.Checks;
using Truceline.Testing.Charts;

namespace Truceline.Charts.Tests;

/// <summary>Every check catches what it is there for: a copy of the chart is broken in one place.</summary>
public sealed class MutationTests : IDisposable
{
    private const string Deployment = "templates/services/deployment.yaml";
    private const string Service = "templates/services/service.yaml";
    private const string Policy = "templates/services/networkpolicy.yaml";
    private const string Environment = "templates/_environment.tpl";
    private const string Sidecar = "templates/dapr/_sidecar.tpl";

    private const string SelectorOfPods = "  selector:\n    matchLabels:\n      {{- include \"truceline.selectorLabels\" $args | nindent 6 }}\n";
    private const string Selected = "selectorLabels\" (dict \"root\" $ \"component\" \"ingest\")";

    private readonly DirectoryInfo _copy = Directory.CreateTempSubdirectory("truceline-chart-");

    public void Dispose() => _copy.Delete(recursive: true);

    [Theory]
    [InlineData("strict", "trial", Deployment, "containerPort: 8081", "contanerPort: 8081")]
    [InlineData("strict", "trial", Deployment, "revisionHistoryLimit: 5", "revisionHistoryLimit: five")]
    [InlineData("strict", "trial", Deployment, "      enableServiceLinks: false", "      enableServiceLinks: false\n      enableServiceLinks: false")]
    [InlineData("schemas", "trial", Deployment, SelectorOfPods, "")]
    [InlineData("schemas", "trial", Deployment, "- name: {{ $id }}\n          image:", "- image:")]
    [InlineData("schemas", "trial", "templates/dapr/resiliency.yaml", "maxInterval:", "maximumInterval:")]
    [InlineData("schemas", "trial", "templates/dapr/resiliency.yaml", "maxRetries: {{", "maxRetries: about {{")]
    [InlineData("schemas", "trial", "templates/dapr/component.yaml", "  secretStore: kubernetes", "  {}")]
    [InlineData("schemas", "production", "templates/dapr/configuration.yaml", "isSecure: {{ hasPrefix", "secure: {{ hasPrefix")]
    [InlineData("pods", "trial", Deployment, "livenessProbe:", "liveProbe:")]
    [InlineData("pods", "trial", Deployment, "automountServiceAccountToken: false", "automountServiceAccountToken: true")]
    [InlineData("pods", "trial", Deployment, "{{- toYaml $settings.resources | nindent 12 }}", "{}")]
    [InlineData("pods", "trial", "templates/_helpers.tpl", "readOnlyRootFilesystem: true", "readOnlyRootFilesystem: false")]
    [InlineData("pods", "trial", "templates/_helpers.tpl", "drop: [ALL]", "drop: [NET_RAW]")]
    [InlineData("pods", "trial", "templates/stores/redis.yaml", "readinessProbe:", "readyProbe:")]
    [InlineData("selectors", "trial", Service, "selectorLabels\" $args", Selected)]
    [InlineData("selectors", "trial", "templates/services/pdb.yaml", "selectorLabels\" $args", Selected)]
    [InlineData("selectors", "production", "templates/services/hpa.yaml", "    name: {{ include", "    name: x{{ include")]
    [InlineData("selectors", "production", Deployment, "{{- if not $settings.autoscaling.enabled }}", "{{- if true }}")]
    [InlineData("references", "trial", "templates/services/secrets.yaml", "  name: {{ include \"truceline.appTokenSecret\" . }}", "  name: x")]
    [InlineData("references", "trial", "templates/services/secrets.yaml", "  token:", "  tokens:")]
    [InlineData("references", "production", "templates/_helpers.tpl", "{{- .Values.gateway.tls.existingSecret | default", "{{- \"\" | default")]
    [InlineData("references", "trial", "templates/services/serviceaccount.yaml", "-{{ $id }}", "-{{ $id }}s")]
    [InlineData("ports", "trial", Deployment, "port: http\n            periodSeconds: 10", "port: htp\n            periodSeconds: 10")]
    [InlineData("ports", "trial", Service, "targetPort: grpc", "targetPort: grcp")]
    [InlineData("ports", "trial", Environment, ":8081\n{{- end }}\n- name: Logging", ":8080\n{{- end }}\n- name: Logging")]
    [InlineData("ports", "trial", Environment, "value: http://{{ $fullname }}-{{ $id }}", "value: http://{{ $fullname }}-{{ $id }}s")]
    [InlineData("ports", "trial", Sidecar, "app-port: \"8081\"", "app-port: \"8080\"")]
    [InlineData("ports", "trial", Policy, "- port: grpc", "- port: rpc")]
    [InlineData("services", "trial", Service, "clusterIP: None", "type: ClusterIP")]
    [InlineData("sidecars", "trial", Deployment, "{{- if not $isGateway }}\n        {{- include", "{{- if true }}\n        {{- include")]
    [InlineData("sidecars", "trial", Sidecar, "app-id: {{ .component }}", "app-id: ingest")]
    [InlineData("sidecars", "trial", Sidecar, "disable-builtin-k8s-secret-store: \"true\"", "disable-builtin-k8s-secret-store: \"false\"")]
    [InlineData("sidecars", "trial", Sidecar, "preStopSleepSeconds 20", "preStopSleepSeconds 10")]
    [InlineData("sidecars", "trial", Deployment, "PeriodSeconds: {{ $settings.", "PeriodSeconds: 10 # {{ $settings.")]
    [InlineData("sidecars", "trial", "templates/dapr/component.yaml", "truceline.backends", "truceline.ids")]
    [InlineData("sidecars", "trial", "templates/dapr/component.yaml", "name: pubsub", "name: events")]
    [InlineData("retries", "trial", "values.yaml", "maxRetries: 13", "maxRetries: 40")]
    [InlineData("retries", "trial", "values.yaml", "maxRetries: 13", "maxRetries: 5")]
    [InlineData("retries", "trial", "templates/dapr/resiliency.yaml", "retry: delivery", "retry: other")]
    [InlineData("stores", "minimal", "templates/stores/postgresql.yaml", "{{- if .Values.postgresql.bundled.enabled }}", "{{- if true }}")]
    [InlineData("stores", "trial", "templates/stores/redis.yaml", "{{- if .Values.redis.bundled.enabled }}", "{{- if false }}")]
    [InlineData("environment", "trial", Environment, "Storage__ConnectionString", "Storage__Connection")]
    [InlineData("environment", "trial", Environment, "Cache__Redis", "Caches__Redis")]
    [InlineData("environment", "trial", Environment, "APP_API_TOKEN", "APP_TOKEN")]
    [InlineData("environment", "trial", Environment, "Database=truceline_%s", "Database=%s")]
    [InlineData("environment", "trial", Environment, "$(POSTGRESQL_PASSWORD)", "$(PASSWORD)")]
    [InlineData("network", "trial", Policy, "policyTypes: [Ingress, Egress]", "policyTypes: [Ingress]")]
    [InlineData("network", "trial", Policy, "{{- if not $isGateway }}\n    - to:", "{{- if true }}\n    - to:")]
    [InlineData("network", "trial", "templates/stores/networkpolicy.yaml", "truceline.backends", "truceline.ids")]
    [InlineData("golden", "trial", Deployment, "maxSurge: 1", "maxSurge: 2")]
    public void Check_OfABrokenChart_Fails(string check, string scenario, string file, string whole, string broken)
    {
        var chart = Break(file, whole, broken);

        Assert.NotEmpty(ChartChecks.All[check](Scenario.Render(chart, scenario)));
    }

    [Theory]
    [InlineData("Chart.yaml", "apiVersion: v2", "apiVersion: v9")]
    [InlineData(Deployment, "kind: Deployment", "kind: Deployment {{ .Values.x.y }}")]
    [InlineData("values.yaml", "replicas: 1", "replicas: one")]
    public void Lint_OfABrokenChart_Fails(string file, string whole, string broken)
    {
        var chart = Break(file, whole, broken);

        Assert.NotEqual(0, chart.Lint(HelmChart.Scenario("trial")).Code);
    }

    [Fact]
    public void EveryCheck_HasAChartThatItRefuses()
    {
        var proven = typeof(MutationTests).GetMethod(nameof(Check_OfABrokenChart_Fails))!
            .GetCustomAttributesData().Where(a => a.AttributeType == typeof(InlineDataAttribute))
            .Select(a => (string)((IReadOnlyList<System.Reflection.CustomAttributeTypedArgument>)a.ConstructorArguments[0].Value!)[0].Value!)
            .ToHashSet();

        Assert.Empty(ChartChecks.All.Keys.Except(proven));
    }

    private HelmChart Break(string file, string whole, string broken)
    {
        foreach (var source in Directory.EnumerateFiles(HelmChart.Truceline.Folder, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(_copy.FullName, Path.GetRelativePath(HelmChart.Truceline.Folder, source));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(source, copy);
        }

        var path = Path.Combine(_copy.FullName, file);
        var text = File.ReadAllText(path);
        Assert.Contains(whole, text, StringComparison.Ordinal);
        File.WriteAllText(path, text.Replace(whole, broken, StringComparison.Ordinal));
        return new HelmChart(_copy.FullName);
    }
}
