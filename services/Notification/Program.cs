using Truceline.Notification;
using Truceline.ServiceDefaults;
using Truceline.ServiceDefaults.Hosting;

var builder = WebApplication.CreateBuilder(ServiceArguments.Of(args));
builder.AddServiceDefaults("notification");
builder.AddNotification();

var app = builder.Build();
app.MapServiceDefaults();
app.MapNotification();
app.Run();
