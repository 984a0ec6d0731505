import { databases } from '../support/databases.ts'
import { describeRandomDays } from './model.ts'

for (const database of databases.filter(({ name }) => name === 'SQLite')) describeRandomDays(database)
