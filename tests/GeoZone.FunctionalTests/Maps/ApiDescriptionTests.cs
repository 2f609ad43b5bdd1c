using System.Net;
using Microsoft.OpenApi;

namespace Truceline.GeoZone.FunctionalTests.Maps;

/// <summary>OGC API Features Part 1, class OpenAPI 3.0: the description of the interface says what is served.</summary>
[Collection(MapsTestsCollection.Name)]
public sealed class ApiDescriptionTests(MapsFixture maps)
{
    [Fact]
    [Trait("Requirement", "/req/core/api-definition-op, api-definition-success; /req/oas30/oas-definition-1, oas-definition-2")]
    public async Task Description_IsValidOpenApi30()
    {
        var (_, answer) = await maps.AskAsync("/ogc/api");
        var read = OpenApiDocument.Parse(await answer.Content.ReadAsStringAsync(), "json");

        Assert.Equal("application/vnd.oai.openapi+json; version=3.0", answer.Content.Headers.ContentType?.ToString().Replace(";version", "; version", StringComparison.Ordinal));
        Assert.Empty(read.Diagnostic!.Errors);
        Assert.Equal(OpenApiSpecVersion.OpenApi3_0, read.Diagnostic.SpecificationVersion);
        Assert.Equal("http://localhost/ogc", Assert.Single(read.Document!.Servers!).Url);
    }

    [Fact]
    [Trait("Requirement", "/req/oas30/oas-impl, /req/oas30/completeness, /req/oas30/exceptions-codes")]
    public async Task Description_EveryPath_IsServedAsDescribed()
    {
        var document = await ReadAsync();
        Assert.Equal(4 + 5 * 6, document.Paths.Count);
        foreach (var (path, item) in document.Paths)
        {
            var get = item.Operations![HttpMethod.Get];
            var feature = path.Split('/') is [_, "collections", var collection, "items", _] ? (await maps.IdsAsync($"/ogc/collections/{collection}/items"))[0] : "";
            var at = path.Replace("{featureId}", feature, StringComparison.Ordinal).Replace("{z}/{y}/{x}", "0/0/0", StringComparison.Ordinal);
            using var answer = await maps.Client.GetAsync(new Uri("/ogc" + at, UriKind.Relative));

            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal(Assert.Single(get.Responses!["200"].Content!).Key.Split(';')[0], answer.Content.Headers.ContentType?.MediaType);
            Assert.Contains("400", get.Responses.Keys);
            Assert.All(get.Parameters!, p => Assert.False(string.IsNullOrEmpty(p.Name)));
        }
    }

    [Fact]
    [Trait("Requirement", "/req/core/fc-limit-definition, fc-bbox-definition, fc-time-definition; /req/crs/fc-crs-definition, fc-bbox-crs-definition")]
    public async Task Description_EveryParameter_IsTakenAndNoneElse()
    {
        var document = await ReadAsync();
        foreach (var (path, item) in document.Paths.Where(p => p.Key.EndsWith("/items", StringComparison.Ordinal)))
        {
            var parameters = item.Operations![HttpMethod.Get].Parameters!;
            Assert.Empty(((string[])["bbox", "bbox-crs", "crs", "cursor", "datetime", "limit"]).Except(parameters.Select(p => p.Name)));
            var limit = parameters.Single(p => p.Name == "limit").Schema!;
            Assert.Equal(("1", "10000", "100"), (limit.Minimum, limit.Maximum, limit.Default?.ToString()));
            foreach (var parameter in parameters)
            {
                var value = parameter.Name switch
                {
                    "bbox" => "0,0,1,1",
                    "crs" or "bbox-crs" => parameter.Schema!.Enum![2].ToString(),
                    "datetime" => "2018-10-20T00:00:00Z",
                    "cursor" => "YQ",
                    _ when parameter.Schema!.Enum is { Count: > 0 } words => words[0].ToString(),
                    _ when parameter.Schema!.Format == "date" => "2018-10-20",
                    _ when parameter.Schema!.Format == "date-time" => "2018-10-20T00:00:00Z",
                    _ when parameter.Schema!.Type == JsonSchemaType.Boolean => "true",
                    _ => "1",
                };
                await maps.GetAsync($"/ogc{path}?{parameter.Name}={Uri.EscapeDataString(value)}");
            }
        }
    }

    private async Task<OpenApiDocument> ReadAsync()
    {
        var (_, answer) = await maps.AskAsync("/ogc/api");
        return OpenApiDocument.Parse(await answer.Content.ReadAsStringAsync(), "json").Document!;
    }
}
