namespace Truceline.Testing.Faults;

/// <summary>Calls a method for each item.</summary>
internal sealed class Observer<T>(Action<T> next) : IObserver<T>
{
    public void OnNext(T value) => next(value);

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }
}
