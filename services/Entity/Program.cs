using Truceline.Entity;
using Truceline.ServiceDefaults;
using Truceline.ServiceDefaults.Hosting;

var builder = WebApplication.CreateBuilder(ServiceArguments.Of(args));
builder.AddServiceDefaults("entity");
builder.AddEntity();

var app = builder.Build();
app.MapServiceDefaults();
app.MapEntity();
app.Run();
