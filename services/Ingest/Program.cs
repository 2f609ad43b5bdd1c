using Truceline.Ingest;
using Truceline.ServiceDefaults;
using Truceline.ServiceDefaults.Hosting;

var builder = WebApplication.CreateBuilder(ServiceArguments.Of(args));
builder.AddServiceDefaults("ingest");
builder.AddIngest();

var app = builder.Build();
app.MapServiceDefaults();
app.MapIngest();
app.Run();
