using System.Data.Common;
using System.Text;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Truceline.ServiceDefaults.Storage;

namespace Truceline.Testing;

/// <summary>Looks for words in every text and every blob of a service's database, whatever its tables are.</summary>
public static class StoredWords
{
    /// <summary>Where the words stand, as "table.column: words"; empty when nowhere.</summary>
    /// <typeparam name="TEntry">Any type of the service's assembly.</typeparam>
    /// <param name="service">The running service.</param>
    /// <param name="words">What is looked for, byte by byte in UTF-8.</param>
    public static async Task<IReadOnlyList<string>> FindWordsAsync<TEntry>(this WebApplicationFactory<TEntry> service, params string[] words)
        where TEntry : class
    {
        ArgumentNullException.ThrowIfNull(service);
        await using var scope = service.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ServiceDbContext>();
        await db.Database.OpenConnectionAsync();
        var found = new List<string>();
        foreach (var table in db.Model.GetEntityTypes().Select(e => e.GetTableName()).OfType<string>().Distinct().Order(StringComparer.Ordinal))
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"SELECT * FROM \"{table}\"";
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                found.AddRange(FindIn(reader, table, words));
            }
        }

        return [.. found.Distinct()];
    }

    private static IEnumerable<string> FindIn(DbDataReader reader, string table, string[] words)
    {
        for (var column = 0; column < reader.FieldCount; column++)
        {
            var value = reader.GetValue(column) switch
            {
                string text => Encoding.UTF8.GetBytes(text),
                byte[] bytes => bytes,
                _ => [],
            };
            foreach (var word in words.Where(w => value.AsSpan().IndexOf(Encoding.UTF8.GetBytes(w)) >= 0))
            {
                yield return $"{table}.{reader.GetName(column)}: {word}";
            }
        }
    }
}
