using Truceline.GeoZone;
using Truceline.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("geozone");
builder.AddGeoZone();

var app = builder.Build();
app.MapServiceDefaults();
app.MapGeoZone();
app.Run();
