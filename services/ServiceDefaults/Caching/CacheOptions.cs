using System.ComponentModel.DataAnnotations;
using StackExchange.Redis;

namespace Truceline.ServiceDefaults.Caching;

/// <summary>Where caches are; section <c>Cache</c>.</summary>
public sealed class CacheOptions : IValidatableObject
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Cache";

    /// <summary>
    /// Redis, as a configuration string of StackExchange.Redis, e.g. <c>redis:6379</c>: the second level of the cache, shared by the replicas, and
    /// their back plane. Empty (default): each replica caches in its memory only.
    /// </summary>
    public string Redis { get; set; } = "";

    /// <summary>Longest wait for Redis in the midst of a call, in milliseconds; after it the call goes on without. Default 100; [10, 5,000].</summary>
    [Range(10, 5000)]
    public int PatienceMilliseconds { get; set; } = 100;

    /// <summary>How long Redis is left alone after it failed, in seconds. Default 2; [0.1, 60].</summary>
    [Range(0.1, 60)]
    public double PauseSeconds { get; set; } = 2;

    /// <summary>What no single setting shows.</summary>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        var error = "";
        try
        {
            if (Redis.Length > 0 && ConfigurationOptions.Parse(Redis).EndPoints.Count == 0)
            {
                error = "it names no host";
            }
        }
        catch (ArgumentException exception)
        {
            error = exception.Message;
        }

        return error.Length == 0 ? [] : [new ValidationResult($"Cache:Redis must be a configuration string of StackExchange.Redis: {error}.")];
    }
}
