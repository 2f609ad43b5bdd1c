using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Truceline.ServiceDefaults.Storage;

namespace Truceline.Testing.Faults;

/// <summary>
/// Kills the process when its work reaches the stage that a file names: <c>start:NAME</c> or <c>stop:NAME</c> of an activity of the house,
/// <c>saving:ENTITY</c> before new rows of that type are saved, <c>committed:ENTITY</c> after others can see them, <c>request:PATH</c> when an HTTP
/// request comes in, <c>answered:PATH</c> when one that the process made itself was answered. Of many processes one dies, once: it takes the
/// file away first. A test arms it with <see cref="Arm"/> while the processes run.
/// </summary>
public sealed class KillSwitch
{
    private const int KillSignal = 9;
    private readonly ConditionalWeakTable<DbContext, HashSet<string>> _saved = [];
    private readonly string _file;

    internal KillSwitch(string folder, string service) => _file = FileOf(folder, service);

    /// <summary>Arms a service.</summary>
    /// <param name="folder">The folder of <see cref="FaultVariables.Folder"/>.</param>
    /// <param name="service">The service.</param>
    /// <param name="stage">The stage.</param>
    public static void Arm(string folder, string service, string stage)
    {
        var file = FileOf(folder, service);
        File.WriteAllText(file + ".new", stage);
        File.Move(file + ".new", file);
    }

    /// <summary>Whether a service that was armed has not reached its stage.</summary>
    public static bool IsArmed(string folder, string service) => File.Exists(FileOf(folder, service));

    internal void Watch()
    {
        ActivitySource.AddActivityListener(new ActivityListener
        {
            ShouldListenTo = source => source.Name is "Truceline" or "System.Net.Http",
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStarted = activity => Reach("start:" + activity.OperationName),
            ActivityStopped = activity => Reach(
                activity.Source.Name == "Truceline" ? "stop:" + activity.OperationName : "answered:" + AnsweredPath(activity)),
        });
        DiagnosticListener.AllListeners.Subscribe(new Observer<DiagnosticListener>(source =>
        {
            if (source.Name is "Microsoft.AspNetCore" or "Microsoft.EntityFrameworkCore" or NewRows.DiagnosticName)
            {
                source.Subscribe(new Observer<KeyValuePair<string, object?>>(item => OnEvent(item.Key, item.Value)));
            }
        }));
    }

    private static string FileOf(string folder, string service) => Path.Combine(folder, service + ".kill");

    private static string AnsweredPath(Activity activity) =>
        activity.GetTagItem("http.response.status_code") is not null && activity.GetTagItem("url.full") is string url
            ? new Uri(url).AbsolutePath
            : "";

    private void OnEvent(string key, object? value)
    {
        switch (value)
        {
            case HttpContext context when key == "Microsoft.AspNetCore.Hosting.HttpRequestIn.Start":
                Reach("request:" + context.Request.Path);
                break;
            case DbContextEventData { Context: { } context }:
                OnStore(key, context);
                break;
            case NewRowsAdding adding:
                OnSaving(adding.Context, adding.Rows.Select(r => r.GetType().Name));
                break;
        }
    }

    private void OnStore(string key, DbContext context)
    {
        if (key == CoreEventId.SaveChangesStarting.Name)
        {
            _saved.Remove(context);
            OnSaving(context, context.ChangeTracker.Entries().Where(e => e.State == EntityState.Added).Select(e => e.Metadata.ClrType.Name));
        }

        var visible = key == RelationalEventId.TransactionCommitted.Name
            || (key == CoreEventId.SaveChangesCompleted.Name && context.Database.CurrentTransaction is null);
        if (visible && _saved.TryGetValue(context, out var saved))
        {
            foreach (var entity in saved)
            {
                Reach("committed:" + entity);
            }
        }
    }

    private void OnSaving(DbContext context, IEnumerable<string> entities)
    {
        var added = entities.ToHashSet();
        foreach (var entity in added)
        {
            Reach("saving:" + entity);
        }

        _saved.GetOrCreateValue(context).UnionWith(added);
    }

    private void Reach(string stage)
    {
        if (!IsFor(stage))
        {
            return;
        }

        try
        {
            File.Move(_file, _file + ".done", overwrite: true);
        }
        catch (IOException)
        {
            // Another process has taken it.
            return;
        }

        _ = Kill(Environment.ProcessId, KillSignal);
        // The signal ends the process before anything else of it runs.
        using var never = new ManualResetEvent(false);
        never.WaitOne();
    }

    private bool IsFor(string stage)
    {
        try
        {
            return File.Exists(_file) && File.ReadAllText(_file) == stage;
        }
        catch (IOException)
        {
            return false;
        }
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int processId, int signal);
}
