using Truceline.GeoZone;
using Truceline.ServiceDefaults;
using Truceline.ServiceDefaults.Hosting;

var builder = WebApplication.CreateBuilder(ServiceArguments.Of(args));
builder.AddServiceDefaults("geozone");
builder.AddGeoZone();

var app = builder.Build();
app.MapServiceDefaults();
app.MapGeoZone();
app.Run();
