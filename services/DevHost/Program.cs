using Truceline.DevHost.Commands;
using Truceline.DevHost.Rendering;

return await CommandLine.RunAsync(args, Terminal.Create(), TimeProvider.System);
