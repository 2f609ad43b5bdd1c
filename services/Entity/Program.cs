using Truceline.Entity;
using Truceline.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("entity");
builder.AddEntity();

var app = builder.Build();
app.MapServiceDefaults();
app.MapEntity();
app.Run();
