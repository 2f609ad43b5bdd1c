using Truceline.Notification;
using Truceline.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("notification");
builder.AddNotification();

var app = builder.Build();
app.MapServiceDefaults();
app.MapNotification();
app.Run();
