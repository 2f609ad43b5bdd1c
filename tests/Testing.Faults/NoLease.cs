using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Truceline.Testing.Faults;

/// <summary>Gives every lease to whoever asks.</summary>
internal sealed class NoLease : DbCommandInterceptor
{
    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        var takes = command.CommandText.StartsWith("UPDATE", StringComparison.Ordinal)
            && command.CommandText.Contains("leases", StringComparison.Ordinal);
        return ValueTask.FromResult(takes ? InterceptionResult<int>.SuppressWithResult(1) : result);
    }
}
