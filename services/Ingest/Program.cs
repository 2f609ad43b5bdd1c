using Truceline.Ingest;
using Truceline.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("ingest");
builder.AddIngest();

var app = builder.Build();
app.MapServiceDefaults();
app.MapIngest();
app.Run();
