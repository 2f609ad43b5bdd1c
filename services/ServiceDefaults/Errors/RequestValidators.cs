using System.Collections.Concurrent;
using Google.Protobuf;
using Microsoft.Extensions.DependencyInjection;

namespace Truceline.ServiceDefaults.Errors;

/// <summary>Finds a request's validator.</summary>
internal static class RequestValidators
{
    private static readonly ConcurrentDictionary<System.Type, IRunner> Runners = new();

    private interface IRunner
    {
        string? Run(IServiceProvider services, IMessage request, FieldViolations violations);
    }

    /// <summary>Runs the validator of the request's type.</summary>
    /// <returns>Its reason; null when none is registered.</returns>
    internal static string? Check(IServiceProvider services, IMessage request, FieldViolations violations) =>
        Runners.GetOrAdd(request.GetType(), static type => (IRunner)Activator.CreateInstance(typeof(Runner<>).MakeGenericType(type))!)
            .Run(services, request, violations);

    private sealed class Runner<TRequest> : IRunner
        where TRequest : IMessage
    {
        public string? Run(IServiceProvider services, IMessage request, FieldViolations violations)
        {
            var validator = services.GetService<IRequestValidator<TRequest>>();
            validator?.Check((TRequest)request, violations);
            return validator?.Reason;
        }
    }
}
