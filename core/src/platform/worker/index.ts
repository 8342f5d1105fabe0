export { startWorker, type Worker, type WorkerOptions } from './worker.ts'
export { listen, type Listening, type ListeningOptions } from './listening.ts'
export { queueFigures } from './queue.ts'
