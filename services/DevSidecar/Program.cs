using Truceline.DevSidecar;

return await SidecarProcess.RunAsync(args);
