using System.Collections.Concurrent;
using System.Net;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Truceline.GeoZone.V1;

namespace Truceline.Entity.FunctionalTests.Areas;

/// <summary>Stands in for GeoZone: lists the agreements that it is given, a page each, or does not answer.</summary>
internal sealed class FakeGeoZone : AgreementService.AgreementServiceBase, IAsyncDisposable
{
    private readonly WebApplication _app;
    private int _refused;

    public FakeGeoZone(params Agreement[] agreements)
    {
        Agreements = new ConcurrentQueue<Agreement>(agreements);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.Configure<KestrelServerOptions>(
            kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        builder.Services.AddGrpc();
        builder.Services.AddSingleton(this);
        _app = builder.Build();
        _app.MapGrpcService<FakeGeoZone>();
    }

    public ConcurrentQueue<Agreement> Agreements { get; }

    /// <summary>When set, every call ends UNAVAILABLE.</summary>
    public bool IsDown { get; set; }

    /// <summary>Calls that ended so.</summary>
    public int Refused => Volatile.Read(ref _refused);

    public string Address => _app.Urls.Single();

    public Task StartAsync() => _app.StartAsync();

    public override Task<ListAgreementsResponse> ListAgreements(ListAgreementsRequest request, ServerCallContext context)
    {
        if (IsDown)
        {
            Interlocked.Increment(ref _refused);
            throw new RpcException(new Status(StatusCode.Unavailable, "down"));
        }

        var page = request.PageToken.Length == 0 ? 0 : int.Parse(request.PageToken, System.Globalization.CultureInfo.InvariantCulture);
        var response = new ListAgreementsResponse();
        response.Agreements.Add(Agreements.Skip(page).Take(1));
        response.NextPageToken = page + 1 < Agreements.Count ? (page + 1).ToString(System.Globalization.CultureInfo.InvariantCulture) : "";
        return Task.FromResult(response);
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();
}
